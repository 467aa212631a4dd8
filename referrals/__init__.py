"""How a person's one story goes on to partners and comes back; and the dashboards."""
