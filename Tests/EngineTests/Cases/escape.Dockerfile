# escape=`
FROM node:26-alpine
ENV A=1 `
    B=2
CMD ["x", `
  "y"]
