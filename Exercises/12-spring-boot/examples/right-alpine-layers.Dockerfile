FROM maven:3.9-eclipse-temurin-21-alpine AS builder
WORKDIR /app
COPY pom.xml .
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode dependency:go-offline
COPY src/ src/
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode -Dmaven.test.skip=true package

FROM builder AS test
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode verify

FROM eclipse-temurin:21-jre-alpine
WORKDIR /app
RUN addgroup -S observatory && adduser -S observatory -G observatory
COPY --from=builder --chown=observatory:observatory /app/target/observatory.jar observatory.jar
USER observatory
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75.0", "-jar", "observatory.jar"]
