# Installs the build into a scratch prefix, builds the ten-line user of it and runs it.
# Set: BINARY_DIR, SOURCE_DIR, GENERATOR, CXX_COMPILER, CXX_FLAGS, WRITE_SAMPLE
set(scratch ${BINARY_DIR}/package-test)
file(REMOVE_RECURSE ${scratch})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGN} failed:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BINARY_DIR} --prefix ${scratch}/prefix)
foreach(file bin/entente include/entente/store/database.hpp share/entente/schemas/001_graph.sql)
  if(NOT EXISTS ${scratch}/prefix/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
run(${CMAKE_COMMAND} -S ${SOURCE_DIR}/tests/package/user -B ${scratch}/user -G ${GENERATOR}
  -DCMAKE_PREFIX_PATH=${scratch}/prefix -DCMAKE_CXX_COMPILER=${CXX_COMPILER}
  -DCMAKE_CXX_FLAGS=${CXX_FLAGS})
run(${CMAKE_COMMAND} --build ${scratch}/user)
run(${WRITE_SAMPLE} ${scratch}/sample.db)
run(${scratch}/user/user ${scratch}/sample.db "free riders")
if(NOT output STREQUAL "11 actors, 11 relations, 3 hold parts together\nSylvania: 2\nStrelsau: 1\n")
  message(FATAL_ERROR "the user of the package printed: ${output}")
endif()
run(${scratch}/prefix/bin/entente --version)
file(GLOB_RECURSE late_part ${scratch}/prefix/lib*/libentente_http.so)
if(NOT late_part)
  message(FATAL_ERROR "the part that answers browsers is not installed")
endif()
