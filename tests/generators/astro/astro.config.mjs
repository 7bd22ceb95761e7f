export default { site: "http://example.org/", devToolbar: { enabled: false }, markdown: { smartypants: false } };
