# SPDX-License-Identifier: Apache-2.0
# One interface target that carries the warnings every target of ours is built with.
add_library(relata_warnings INTERFACE)
if(RELATA_STRICT)
  target_compile_options(relata_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports these inside the standard library's own std::string at -O2 (GCC bug 105651).
    target_compile_options(relata_warnings INTERFACE -Wno-restrict)
  endif()
endif()
