"""What is shown, as files: pictures, data, a page, a bundle of evidence. Exactly what passes the filter."""
