"""The report: one static page about all sites and one for each, out of the store. No server, no scripts.

run_history      a site's runs and slots joined
state     whether it is well, and since when not
figures   what the pages show, as values
markup    HTML that is escaped by construction; charts are in chart.py
overview  the page of all sites
sitepage  the page of one site
write     the folder
"""
