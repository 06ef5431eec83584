FROM node:26 AS frontend
WORKDIR /page
COPY frontend/package.json frontend/package-lock.json ./
RUN npm clean-install
COPY frontend/src src/
RUN ["npm", "run", "build"]

FROM maven:3.9-eclipse-temurin-17 AS backend
COPY backend/pom.xml /server/
RUN mvn -B -f /server/pom.xml dependency:resolve dependency:resolve-plugins
COPY backend/src /server/src/
RUN mvn -B -f /server/pom.xml verify

FROM gcr.io/distroless/java17-debian12:nonroot
WORKDIR /app
COPY --from=frontend /page/dist/ public/
COPY --from=backend /server/target/repair-cafe.jar .
EXPOSE 8080
CMD ["repair-cafe.jar"]
