# entente_add_module(store SOURCES a.cpp b.cpp USES entente::graph SQLite::SQLite3)
# makes the static library entente_store and its alias entente::store.
include(GNUInstallDirs)

add_library(entente_warnings INTERFACE)
target_compile_options(entente_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${ENTENTE_WERROR}>:-Werror>)

function(entente_add_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
  set(target entente_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(entente::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/entente>)
  target_link_libraries(${target} PUBLIC ${ARG_USES}
    PRIVATE $<BUILD_INTERFACE:entente_warnings> ${ARG_PRIVATE_USES})
endfunction()
