FROM node:26-alpine
RUN <<EOF
echo hi
EOF
