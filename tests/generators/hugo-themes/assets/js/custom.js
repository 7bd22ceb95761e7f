// Doks asks a site for this file.
