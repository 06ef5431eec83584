ARG JAVA=17
FROM maven:3.9-eclipse-temurin-${JAVA} AS builder
WORKDIR /app
COPY pom.xml ./
RUN ["mvn", "-B", "dependency:go-offline"]
COPY src ./src
RUN mvn -DskipTests package

FROM builder AS test
CMD ["true"]
RUN mvn -o test

FROM gcr.io/distroless/java17-debian12:nonroot AS service
WORKDIR /app
COPY --from=builder /app/target/observatory.jar .
ENV JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75.0
EXPOSE 8080/tcp
CMD ["observatory.jar"]
