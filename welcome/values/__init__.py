"""Values as people write them: birthdays, phones, postcodes, days. Pure."""
