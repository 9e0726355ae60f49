# syntax=docker/dockerfile:1
# Builds Tsunagu with the Maven wrapper (JDK 17, Node 20) and runs it on a JRE 17 as a user without rights.

FROM node:20.20.2-bookworm-slim AS node

FROM eclipse-temurin:17.0.19_10-jdk-noble AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY processes processes
COPY forms forms
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -B -ntp package -Dmaven.test.skip=true

FROM eclipse-temurin:17.0.19_10-jre-noble
RUN groupadd --gid 10001 tsunagu && useradd --uid 10001 --gid tsunagu --no-create-home --shell /usr/sbin/nologin tsunagu
WORKDIR /app
COPY --from=build /build/target/tsunagu.jar tsunagu.jar
RUN mkdir journal && chown 10001:10001 journal
USER 10001:10001
# the engine stores its times without a zone: every node of an installation runs in this one
ENV TZ=Asia/Tokyo \
    JAVA_TOOL_OPTIONS="-Xmx1g -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD curl --fail --silent --show-error http://localhost:8080/actuator/health/readiness
ENTRYPOINT ["java", "-jar", "tsunagu.jar"]
