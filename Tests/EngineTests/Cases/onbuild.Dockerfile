FROM node:26-alpine AS parent
ONBUILD ENV FROM_PARENT=yes
ONBUILD USER node
ONBUILD WORKDIR /child
FROM parent
CMD ["x"]
