// Nunjucks over Markdown, as many sites have it: the engine that runs commands.
module.exports = (config) => {
  config.addGlobalData("secret", "canary-7f3a-secret");
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("slugify", (text) => String(text).toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"));
  return { markdownTemplateEngine: "njk", htmlTemplateEngine: "njk" };
};
