FROM node:26 AS frontend
WORKDIR /src
COPY frontend/package.json frontend/package-lock.json ./
RUN npm clean-install
COPY frontend/src src/
RUN ["npm", "run", "build"]

FROM maven:3.9-eclipse-temurin-17 AS backend
WORKDIR /src
COPY backend/pom.xml /src/
RUN mvn -f /src/pom.xml dependency:resolve dependency:resolve-plugins
COPY backend/src /src/src/
RUN mvn -f /src/pom.xml verify

FROM gcr.io/distroless/java17-debian12:nonroot
WORKDIR /app
COPY --from=frontend /src/dist/ public/
COPY --from=backend /src/target/repair-cafe.jar .
EXPOSE 8080
CMD ["repair-cafe.jar"]
