# What `cmake --install` writes: the program and its model, the libraries with their public headers,
# and a package that find_package(entente) finds.
include(CMakePackageConfigHelpers)

set(modules util graph text read annotate actors relations events pipeline store render)
set(headers
  util/date.hpp util/error.hpp util/sha256.hpp util/text_span.hpp
  graph/actor.hpp graph/algorithms.hpp graph/centrality.hpp graph/communities.hpp
  graph/knowledge_graph.hpp graph/link_graph.hpp graph/paths.hpp graph/relation.hpp
  graph/selection.hpp graph/triple_view.hpp
  extract/text/document.hpp extract/text/mention.hpp extract/text/token.hpp extract/text/triple.hpp
  extract/read/reader.hpp
  extract/annotate/annotator.hpp
  extract/actors/actor_tables.hpp extract/actors/resolver.hpp
  extract/relations/extractor.hpp
  extract/events/merge.hpp
  extract/pipeline/pipeline.hpp
  store/actor_lookup.hpp store/check.hpp store/connection.hpp store/database.hpp
  store/document_record.hpp store/load.hpp store/merge.hpp store/partners.hpp store/paths.hpp store/profile.hpp
  store/query.hpp store/relation_list.hpp store/search.hpp store/selection.hpp
  store/triples.hpp store/writer.hpp
  render/diagram.hpp render/exporter.hpp render/graphviz.hpp render/palette.hpp render/registry.hpp)

list(TRANSFORM modules PREPEND entente_)
install(TARGETS ${modules} EXPORT entente_targets)
install(TARGETS entente)
install(TARGETS entente_http LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/entente)
foreach(header IN LISTS headers)
  get_filename_component(folder ${header} DIRECTORY)
  install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente/${folder})
endforeach()

install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente FILES_MATCHING PATTERN "*.model")
install(DIRECTORY schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(EXPORT entente_targets NAMESPACE entente:: DESTINATION ${package_dir})
configure_package_config_file(cmake/entente-config.cmake.in ${PROJECT_BINARY_DIR}/entente-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/entente-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake
  ${PROJECT_BINARY_DIR}/entente-config-version.cmake DESTINATION ${package_dir})
