// SpacesUITests
