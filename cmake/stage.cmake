# SPDX-License-Identifier: Apache-2.0
# relata_stage(NAME : USES… [LINKS LIBRARIES…]): one stage of the way of the data, a static library relata_NAME from NAME/*.cc.
# It links, and may include, only the stages that it names and what those name: tools/lint checks the
# includes of every file against RELATA_STAGE_USES below, so an unnamed #include stops the build.
# Tests are NAME/*_test.cc and become the program relata_NAME_test.
# LINKS are libraries of the distribution that only this stage's sources see.
set(RELATA_LINT ${PROJECT_SOURCE_DIR}/tools/lint)

function(relata_stage name)
  cmake_parse_arguments(stage "" "" "LINKS" ${ARGN})
  set(uses ${stage_UNPARSED_ARGUMENTS})
  list(REMOVE_ITEM uses ":")
  file(GLOB sources CONFIGURE_DEPENDS ${name}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  if(sources)
    add_library(relata_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(relata_${name} PRIVATE $<BUILD_INTERFACE:relata_warnings> ${stage_LINKS})
  else()
    add_library(relata_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(relata_${name} ${scope}
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  foreach(use IN LISTS uses)
    target_link_libraries(relata_${name} ${scope} relata_${use})
  endforeach()
  # The stage's headers and sources may include only what it names: checked before it is built.
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${name}.includes)
  file(GLOB inputs CONFIGURE_DEPENDS ${name}/*.cc ${name}/*.h)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${RELATA_LINT} --includes ${name} ${uses}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    DEPENDS ${inputs} ${RELATA_LINT}
    COMMENT "stage ${name} uses: ${uses}")
  add_custom_target(relata_${name}_includes DEPENDS ${stamp})
  add_dependencies(relata_${name} relata_${name}_includes)
  if(RELATA_TESTS AND tests)
    relata_test(${name} ${tests})
    target_link_libraries(relata_${name}_test PRIVATE relata_${name})
  endif()
endfunction()

# relata_test(NAME FILES…): a doctest program relata_NAME_test, registered with ctest.
function(relata_test name)
  add_executable(relata_${name}_test ${ARGN} ${PROJECT_SOURCE_DIR}/tests/doctest_main.cc)
  target_link_libraries(relata_${name}_test PRIVATE relata_warnings doctest::doctest)
  target_compile_definitions(relata_${name}_test PRIVATE RELATA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND relata_${name}_test)
endfunction()
