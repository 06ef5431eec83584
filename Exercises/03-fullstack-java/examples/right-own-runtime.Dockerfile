# jlink makes a Java of the modules that the server uses, for a plain Debian.
FROM node:26-alpine AS frontend
WORKDIR /src
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS backend
WORKDIR /src
COPY backend/pom.xml ./
RUN mvn dependency:go-offline
COPY backend/src ./src
RUN mvn package
RUN jlink --add-modules java.base,jdk.httpserver --strip-debug --no-header-files --no-man-pages --output /opt/java-small

FROM debian:13-slim
WORKDIR /app
ENV PATH=/opt/java-small/bin:$PATH
COPY --from=backend /opt/java-small /opt/java-small
COPY --from=backend /src/target/repair-cafe.jar ./
COPY --from=frontend /src/dist ./public/
RUN useradd cafe
USER cafe
EXPOSE 8080
CMD exec java -jar repair-cafe.jar
