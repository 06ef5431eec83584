FROM node:26-alpine AS test
USER node
CMD ["npm", "test"]
FROM nginx:1.29-alpine AS production
CMD ["never"]
