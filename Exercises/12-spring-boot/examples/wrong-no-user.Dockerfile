FROM maven:3.9-eclipse-temurin-25 AS builder
WORKDIR /app
COPY pom.xml ./
RUN mvn dependency:go-offline
COPY src ./src
RUN mvn package -DskipTests

FROM builder AS test
RUN mvn test

FROM eclipse-temurin:25-jre AS production
WORKDIR /app
COPY --from=builder /app/target/observatory.jar ./
USER observatory
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "observatory.jar"]
