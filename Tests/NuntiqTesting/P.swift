enum NuntiqTestingPlaceholder {}
