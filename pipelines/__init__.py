"""The stages an article goes through, in this order: cleaned, made regular, checked, its images fetched, written."""

# Names and not classes: every command of Scrapy reads this list, and a crawl alone needs what the stages need.
STAGES = [
    "pipelines.clean.Clean",
    "pipelines.metadata.Metadata",
    "pipelines.images.Images",
    "pipelines.check.Check",
    "pipelines.download_images.DownloadImages",
    "pipelines.write.Write",
]
