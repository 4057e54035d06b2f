# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the programs, what they know (data/ and models/), man pages, completion scripts, and
# the library for find_package(relata) -> relata::relata with the headers of its nouns. The rest is not installed.
include(CMakePackageConfigHelpers)

install(TARGETS relata_program relata-train RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY data models DESTINATION ${CMAKE_INSTALL_DATADIR}/relata
  FILES_MATCHING PATTERN "*.tsv" PATTERN "*.bin" PATTERN "*.toml" PATTERN "LICENSE.md")
file(GLOB man_pages CONFIGURE_DEPENDS docs/man/*.1)
install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The scripts come from the program itself.
set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(OUTPUT ${completions}/relata ${completions}/_relata ${completions}/relata.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND relata_program completion bash > ${completions}/relata
  COMMAND relata_program completion zsh > ${completions}/_relata
  COMMAND relata_program completion fish > ${completions}/relata.fish
  DEPENDS relata_program VERBATIM)
add_custom_target(relata_completions ALL
  DEPENDS ${completions}/relata ${completions}/_relata ${completions}/relata.fish)
install(FILES ${completions}/relata DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_relata DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/relata.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(libraries relata)
foreach(stage IN ITEMS base model ingest text attribution events places times quantities claims export)
  list(APPEND libraries relata_${stage})
endforeach()
install(TARGETS ${libraries} EXPORT relata-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT relata-targets NAMESPACE relata:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/relata)
set(nouns pipeline.h base/data_folder.h base/date.h base/env.h base/result.h base/span.h base/table.h base/utf8.h
  ingest/limits.h ingest/reader.h ingest/report.h text/document.h attribution/telling.h events/event.h places/place.h
  times/time_expression.h quantities/quantity.h claims/claim.h export/form.h)
foreach(noun IN LISTS nouns)
  get_filename_component(folder ${noun} DIRECTORY)
  install(FILES relata/${noun} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/relata/${folder})
endforeach()

configure_package_config_file(cmake/relata-config.cmake.in ${PROJECT_BINARY_DIR}/relata-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/relata PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/relata-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/relata-config.cmake ${PROJECT_BINARY_DIR}/relata-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/relata)
