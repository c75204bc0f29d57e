# entente_load_late(target LIBARCHIVE ${LibArchive_LIBRARIES})
# gives the target's sources LIBARCHIVE_FILE, the name under which the system's loader finds the
# library that was found at build time ("libarchive.so.13"), for util/late_library.hpp.
function(entente_load_late target name library)
  get_filename_component(file ${library} REALPATH)
  get_filename_component(file ${file} NAME)
  # libarchive.so.13.6.2 is loaded as libarchive.so.13: the number of its interface.
  string(REGEX REPLACE "^(.+\\.so\\.[0-9]+)\\..*$" "\\1" file ${file})
  target_compile_definitions(${target} PRIVATE ${name}_FILE="${file}")
endfunction()
