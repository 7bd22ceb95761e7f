"""Onboarding: site discovery looks at a site that nobody described, and a proposal describes it."""
