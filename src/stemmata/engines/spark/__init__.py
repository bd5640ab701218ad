"""Apache Spark: the same steps on many machines. Nothing is re-exported: of this room, only ``checks`` needs no Spark."""
