module gauge

go 1.19
