# Backend first, another folder, Gradle-free but with Maven's cache in a mount; the page by its absolute path.
FROM maven:3.9-eclipse-temurin-21-alpine AS backend
WORKDIR /src
COPY backend/pom.xml .
COPY backend/src src
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode dependency:go-offline package -DskipTests

FROM node:24-slim AS frontend
WORKDIR /src
COPY frontend/package*.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY frontend/ .
RUN npm run build

FROM eclipse-temurin:21-jre-alpine
RUN addgroup -S cafe && adduser -S -G cafe cafe
COPY --from=backend /src/target/repair-cafe.jar /app/repair-cafe.jar
COPY --from=frontend /src/dist /app/public
ENV PUBLIC_DIR=/app/public
USER cafe
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/repair-cafe.jar"]
