// Nunjucks over Markdown, as many sites have it: the engine that runs commands.
module.exports = (config) => {
  config.addGlobalData("secret", "canary-7f3a-secret");
  config.addFilter("iso", (date) => date.toISOString());
  return { markdownTemplateEngine: "njk", htmlTemplateEngine: "njk" };
};
