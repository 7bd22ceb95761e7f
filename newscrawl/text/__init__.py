"""From the bytes of the web to text: unpacked, decoded, and as plain text, JSON or XML."""
