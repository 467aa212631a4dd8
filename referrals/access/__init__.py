"""Who may make which move, and opening a referral. Roles are in `welcome.access`."""
