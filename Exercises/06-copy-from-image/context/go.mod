module maproom

go 1.19
