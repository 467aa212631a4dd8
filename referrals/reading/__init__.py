"""What pages, PDFs and exports say about referrals. Nothing here changes anything."""
