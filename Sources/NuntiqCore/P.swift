enum NuntiqCorePlaceholder {}
