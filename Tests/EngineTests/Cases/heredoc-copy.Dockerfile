FROM node:26-alpine
COPY <<EOF /x
hello
EOF
