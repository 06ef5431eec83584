FROM node:26-alpine
WORKDIR /src
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend/src ./src
RUN npm run build

FROM maven:3.9-eclipse-temurin-25
WORKDIR /src
COPY backend/pom.xml ./
RUN mvn dependency:go-offline
COPY backend/src ./src
RUN mvn package

FROM eclipse-temurin:25-jre AS production
WORKDIR /app
COPY --from=1 /src/target/repair-cafe.jar ./
COPY --from=0 /src/dist ./public
USER 10001
EXPOSE 8080
CMD ["java", "-jar", "repair-cafe.jar"]
