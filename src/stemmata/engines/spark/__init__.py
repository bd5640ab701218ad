"""Apache Spark: the same steps on many machines."""

from stemmata.engines.spark.engine import SparkEngine
from stemmata.engines.spark.session import opened
from stemmata.engines.spark.settings import SparkSettings

__all__ = ["SparkEngine", "SparkSettings", "opened"]
