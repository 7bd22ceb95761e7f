"""What happens between a request and its response: manners, limits, recording and replay."""
