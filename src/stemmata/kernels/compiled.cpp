#include <nanobind/nanobind.h>

NB_MODULE(_compiled, module) { module.attr("BACKEND") = "compiled"; }
