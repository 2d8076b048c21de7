# What `cmake --install` gives: programs, libpalpate, its public headers, and what CMake and pkg-config find it by.
# Nothing else is read at run time: lists of words are compiled in.
include(CMakePackageConfigHelpers)

set(PALPATE_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/palpate)
set(PALPATE_PROGRAMS palpate-index palpate-query)
if(TARGET palpate-serve)
  list(APPEND PALPATE_PROGRAMS palpate-serve)
endif()

# All that is installed and nothing else: without tests and benchmarks it is built in a third of the time.
add_custom_target(installable DEPENDS ${PALPATE_PROGRAMS} palpate palpate_static)

install(TARGETS ${PALPATE_PROGRAMS} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
install(TARGETS palpate EXPORT palpateTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS palpate_static EXPORT palpateStaticTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY indexer/include/palpate query/include/palpate DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development FILES_MATCHING PATTERN *.h)

foreach(set Targets StaticTargets)
  install(EXPORT palpate${set} NAMESPACE palpate:: DESTINATION ${PALPATE_PACKAGE_DIR} COMPONENT development)
endforeach()
configure_package_config_file(cmake/palpateConfig.cmake.in ${PROJECT_BINARY_DIR}/palpateConfig.cmake
  INSTALL_DESTINATION ${PALPATE_PACKAGE_DIR})
# As the name of the library: until version 1 another minor version may not be taken for this one.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/palpateConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/palpateConfig.cmake ${PROJECT_BINARY_DIR}/palpateConfigVersion.cmake
  DESTINATION ${PALPATE_PACKAGE_DIR} COMPONENT development)

# Found from where the .pc file lies, so that the whole may be moved.
file(RELATIVE_PATH PALPATE_PREFIX_FROM_PC /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" PALPATE_PREFIX_FROM_PC "${PALPATE_PREFIX_FROM_PC}")
foreach(name palpate palpate-static)
  configure_file(cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endforeach()

# The manuals lie as they do in the source tree, so that the links from one to another hold.
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)
install(FILES bench/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/bench COMPONENT documentation)
install(FILES corpus/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR}/corpus COMPONENT documentation)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)

# The unit names the program by its whole path, which is known only when it is installed.
if(TARGET palpate-serve)
  set(PALPATE_UNITS ${PROJECT_SOURCE_DIR}/docs/serving)
  install(CODE "
    file(READ \"${PALPATE_UNITS}/palpate-serve.service\" unit)
    string(REPLACE /usr/local/bin/ \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/\" unit \"\${unit}\")
    file(WRITE \"${PROJECT_BINARY_DIR}/units/palpate-serve.service\" \"\${unit}\")
    file(INSTALL \"${PROJECT_BINARY_DIR}/units/palpate-serve.service\" \"${PALPATE_UNITS}/palpate-serve.socket\"
      DESTINATION \"\${CMAKE_INSTALL_PREFIX}/lib/systemd/system\")" COMPONENT programs)
endif()
