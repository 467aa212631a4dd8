"""Reading a team's own list of people from a spreadsheet, in steps, row by row."""
