enum NuntiqPipelinePlaceholder {}
