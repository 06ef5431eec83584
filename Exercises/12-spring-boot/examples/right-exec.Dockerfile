# A shell that makes way, because somebody wants to see the options in the list of processes.
FROM maven:3.9-eclipse-temurin-25 AS builder
WORKDIR /app
COPY pom.xml .
RUN mvn dependency:resolve-plugins dependency:resolve
COPY . .
RUN mvn clean package -DskipTests

FROM eclipse-temurin:25-jre AS production
WORKDIR /app
COPY --from=builder /app/target/observatory.jar /app/observatory.jar
USER 10001:10001
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=75"
EXPOSE 8080
ENTRYPOINT exec java -jar /app/observatory.jar

FROM builder AS test
RUN mvn test

FROM production
