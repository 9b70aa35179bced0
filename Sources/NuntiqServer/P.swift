enum NuntiqServerPlaceholder {}
