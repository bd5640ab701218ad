"""Which sites are one network, by the template of their pages."""

from stemmata.sites.networks import find_networks
from stemmata.sites.settings import SiteSettings

__all__ = ["SiteSettings", "find_networks"]
