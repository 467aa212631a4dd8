"""What pages share: pagination, cache headers, forms given back, PDFs, navigation."""
