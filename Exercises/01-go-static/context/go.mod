module hivescale

go 1.19
