package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes the JAR of a customer as the customer does: from sources, against the classes JAR. */
final class CustomerJar {
  private CustomerJar() {}

  static void make(Path jar, Path workshop, Path... sources) throws IOException {
    Files.createDirectories(workshop);
    compile(workshop, sources);
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> classes = Files.walk(workshop)) {
      packed.putNextEntry(new JarEntry("META-INF/beans.xml"));
      packed.write("<beans bean-discovery-mode=\"annotated\"/>".getBytes(StandardCharsets.UTF_8));
      for (Path file : classes.filter(Files::isRegularFile).toList()) {
        packed.putNextEntry(new JarEntry(workshop.relativize(file).toString()));
        Files.copy(file, packed);
      }
    }
  }

  private static void compile(Path workshop, Path... sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("--release", "17", "-proc:none", "-cp", classPath(), "-d", workshop.toString());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean done =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
              .call();
      assertThat(done).as(said.toString()).isTrue();
    }
  }

  /** The classes JAR in the place of the compiler's output, and the platform's APIs. */
  private static String classPath() {
    Path classes = Deployments.war().resolveSibling("gatehouse-classes.jar");
    assertThat(classes).isRegularFile();
    return Stream.concat(
            Stream.of(classes.toString()),
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(jakarta|microprofile).*[.]jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
