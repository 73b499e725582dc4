// SpacesModelTests
