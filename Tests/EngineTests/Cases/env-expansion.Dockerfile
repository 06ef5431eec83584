FROM node:26-alpine
ENV A=1
ENV B=${A}2 C="x y" D='$A' E=${NOPE:-default} F=${A:+set}
ENV PATH=/app/bin:$PATH
ENV OLD old style value
ENV A=3 G=$A
ENV EMPTY=
