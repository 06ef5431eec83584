FROM node:24-slim AS page
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src src
RUN npm run build

FROM alpine:3.24
RUN apk add --no-cache nginx
COPY nginx/default.conf /etc/nginx/http.d/default.conf
COPY --from=page /app/build/ /usr/share/nginx/html/
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
