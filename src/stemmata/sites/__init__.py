"""Which sites are one network, by the template of their pages; what they repeat around their stories."""

from stemmata.sites.networks import find_networks
from stemmata.sites.repeats import as_read, set_repeats_apart
from stemmata.sites.settings import RepeatSettings, SiteSettings

__all__ = ["RepeatSettings", "SiteSettings", "as_read", "find_networks", "set_repeats_apart"]
