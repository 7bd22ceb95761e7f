"""From the bytes of the web to text: unpacked, decoded, and as plain text or JSON."""
